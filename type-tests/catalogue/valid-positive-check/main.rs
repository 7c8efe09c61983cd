include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<i32, Errno> {
    if let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) {
        put_unused_fd(fd);
        return Ok(0);
    }
    Ok(-24)
}
