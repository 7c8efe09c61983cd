include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    if coin() && coin() && coin() {
        peek(&fd);
    } else {
        put_unused_fd(fd);
    }
    put_unused_fd(fd); //~ E0382
    Ok(())
}
