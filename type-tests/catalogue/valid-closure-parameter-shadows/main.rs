include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let drop = |fd: FileDescriptorReservation<'_>| put_unused_fd(fd);
    drop(a);
    drop(b);
    Ok(())
}
