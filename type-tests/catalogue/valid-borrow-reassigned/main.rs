include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let first = get_unused_fd_flags(current, O_CLOEXEC)?;
    let second = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut seen = view(&first);
    let sum = seen.reserved_fd();
    seen = view(&second);
    put_unused_fd(first);
    Ok(sum + seen.reserved_fd())
}
