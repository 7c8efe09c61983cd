include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn close(slot: Slot<'_>) {
    put_unused_fd(slot.fd);
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd };
    let seen: &FileDescriptorReservation<'_> = &slot.fd;
    close(slot); //~ E0505
    Ok(seen.reserved_fd())
}
