include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let made = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd: made };
    let fd = slot.fd;
    put_unused_fd(slot.fd); //~ E0382
    Ok(fd.reserved_fd())
}
