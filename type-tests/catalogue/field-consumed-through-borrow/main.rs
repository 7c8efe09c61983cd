include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn close(slot: &Slot<'_>) {
    put_unused_fd(slot.fd); //~ E0507
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd };
    close(&slot);
    put_unused_fd(slot.fd);
    Ok(())
}
