include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    let slot = Slot { fd }; //~ E0382
    put_unused_fd(slot.fd);
    Ok(())
}
