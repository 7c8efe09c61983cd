include!("../prelude.rs");

async fn later(fd: FileDescriptorReservation<'_>) -> FileDescriptorReservation<'_> {
    fd
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    post(later(fd)); //~ error
    Ok(())
}
