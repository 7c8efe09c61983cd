include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let first: FileDescriptorReservation<'_>;
    let second: FileDescriptorReservation<'_>;
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    second = fd;
    first = second;
    put_unused_fd(first);
    put_unused_fd(second); //~ E0382
    Ok(())
}
