include!("../prelude.rs");

async fn steps<'s>(current: CurrentTask<'s>, mut yields: impl FnMut(FileDescriptorReservation<'s>)) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    yields(fd);
    put_unused_fd(fd); //~ E0382
    Ok(())
}

pub async fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    steps(current, |fd| put_unused_fd(fd)).await
}
