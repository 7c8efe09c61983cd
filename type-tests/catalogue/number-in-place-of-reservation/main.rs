include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let number = fd.reserved_fd();
    put_unused_fd(number); //~ E0308
    Ok(())
}
