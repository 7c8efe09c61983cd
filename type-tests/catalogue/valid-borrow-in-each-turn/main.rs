include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut sum = 0;
    for _i in 0..3 {
        sum += peek(&fd) + fd.reserved_fd();
    }
    put_unused_fd(fd);
    Ok(sum)
}
