include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn close(slot: Slot<'_>) {
    put_unused_fd(slot.fd);
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut slot = Slot { fd: a };
    put_unused_fd(slot.fd);
    slot.fd = b;
    close(slot);
    Ok(())
}
