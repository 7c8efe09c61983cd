include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let pair = (a, b);
    put_unused_fd(pair.0);
    put_unused_fd(pair.1);
    Ok(())
}
