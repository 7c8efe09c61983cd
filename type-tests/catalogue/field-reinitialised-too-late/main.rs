include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn number_of(slot: &Slot<'_>) -> u32 {
    slot.fd.reserved_fd()
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let a = get_unused_fd_flags(current, O_CLOEXEC)?;
    let b = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut slot = Slot { fd: a };
    put_unused_fd(slot.fd);
    let seen = number_of(&slot); //~ E0382
    slot.fd = b;
    put_unused_fd(slot.fd);
    Ok(seen)
}
