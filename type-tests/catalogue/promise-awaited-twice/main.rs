include!("../prelude.rs");

async fn later(fd: FileDescriptorReservation<'_>) -> FileDescriptorReservation<'_> {
    fd
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let promise = later(fd);
    let first = promise.await;
    let second = promise.await; //~ E0382
    put_unused_fd(first);
    put_unused_fd(second);
    Ok(())
}
