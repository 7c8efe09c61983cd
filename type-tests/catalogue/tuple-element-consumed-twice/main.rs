include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let pair = (fd, 1);
    put_unused_fd(pair.0);
    put_unused_fd(pair.0); //~ E0382
    Ok(())
}
