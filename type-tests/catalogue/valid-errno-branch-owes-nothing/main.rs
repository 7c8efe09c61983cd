include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<i32, Errno> {
    let fd = match get_unused_fd_flags(current, O_CLOEXEC) {
        Ok(fd) => fd,
        Err(error) => return Ok(error.errno()),
    };
    put_unused_fd(fd);
    Ok(0)
}
