include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    match get_unused_fd_flags(current, O_CLOEXEC) {
        Ok(_) => return Ok(()),
        Err(fd) => put_unused_fd(fd), //~ E0308
    }
    Ok(())
}
