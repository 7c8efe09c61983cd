include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut sum = 0;
    [1, 2, 3].iter().for_each(|n| sum += n + fd.reserved_fd());
    put_unused_fd(fd);
    Ok(sum)
}
