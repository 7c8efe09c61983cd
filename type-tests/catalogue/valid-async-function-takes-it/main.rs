include!("../prelude.rs");

async fn finish(fd: FileDescriptorReservation<'_>) -> u32 {
    let held = fd;
    tick().await;
    held.reserved_fd()
}

pub async fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(finish(fd).await)
}
