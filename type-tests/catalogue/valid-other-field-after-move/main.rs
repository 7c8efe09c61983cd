include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
    name: &'static str,
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd, name: "a" };
    put_unused_fd(slot.fd);
    Ok(slot.name.len())
}
