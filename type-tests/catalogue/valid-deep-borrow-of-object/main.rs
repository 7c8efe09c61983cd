include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
    name: &'static str,
}

fn describe(slot: &Slot<'_>) -> String {
    format!("{}: {}", slot.name, slot.fd.reserved_fd())
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd, name: "a" };
    let text = describe(&slot);
    put_unused_fd(slot.fd);
    Ok(text.len())
}
