include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    if coin() {
        put_unused_fd(fd);
        if !coin() {
            return Ok(());
        }
    }
    put_unused_fd(fd); //~ E0382
    Ok(())
}
