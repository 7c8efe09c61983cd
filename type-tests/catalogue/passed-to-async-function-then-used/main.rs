include!("../prelude.rs");

async fn finish(fd: FileDescriptorReservation<'_>) {
    let held = fd;
    tick().await;
    put_unused_fd(held);
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    finish(fd).await;
    put_unused_fd(fd); //~ E0382
    Ok(())
}
