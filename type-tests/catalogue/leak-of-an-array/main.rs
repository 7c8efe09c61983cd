include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let fds = vec![a, b];
    Ok(fds.len())
}
