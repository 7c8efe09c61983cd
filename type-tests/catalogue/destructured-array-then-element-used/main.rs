include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let pair = (left, right);
    let (first, _) = pair;
    put_unused_fd(first);
    put_unused_fd(pair.1);
    put_unused_fd(pair.0); //~ E0382
    Ok(())
}
