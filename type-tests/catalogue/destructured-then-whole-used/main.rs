include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
    name: &'static str,
}

fn close(slot: Slot<'_>) {
    put_unused_fd(slot.fd);
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let made = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd: made, name: "a" };
    let Slot { fd, .. } = slot;
    put_unused_fd(fd);
    close(slot); //~ E0382
    Ok(())
}
