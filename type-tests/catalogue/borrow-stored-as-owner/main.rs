include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

fn store<'s>(fd: &FileDescriptorReservation<'s>) -> Slot<'s> {
    Slot { fd: *fd } //~ E0507
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = store(&fd);
    put_unused_fd(slot.fd);
    Ok(fd.reserved_fd())
}
