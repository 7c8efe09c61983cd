include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn store(fd: FileDescriptorReservation<'_>) -> Slot<'_> {
    put_unused_fd(fd);
    Slot { fd } //~ E0382
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = store(fd);
    put_unused_fd(slot.fd);
    Ok(())
}
