include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(left);
    if std::ptr::eq(&left, &right) { //~ E0382
        return Ok(1);
    }
    Ok(0)
}
