include!("../prelude.rs");

async fn later(fd: FileDescriptorReservation<'_>) -> FileDescriptorReservation<'_> {
    fd
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let got = later(fd).await;
    put_unused_fd(got);
    Ok(())
}
