include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}
struct Message<'s> {
    slot: Slot<'s>,
    text: &'static str,
}

fn close(message: Message<'_>) {
    put_unused_fd(message.slot.fd);
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let message = Message { slot: Slot { fd }, text: "a" };
    put_unused_fd(message.slot.fd);
    close(message); //~ E0382
    Ok(())
}
