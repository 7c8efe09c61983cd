include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let n = index();
    if n == 7 {
        return Ok(());
    }
    if n != 8 {
        put_unused_fd(fd);
    }
    peek(&fd); //~ E0382
    Ok(())
}
