include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    match index() {
        0 => {
            put_unused_fd(fd);
            return Ok(());
        }
        1 => {
            peek(&fd);
        }
        _ => {}
    }
    put_unused_fd(fd);
    Ok(())
}
