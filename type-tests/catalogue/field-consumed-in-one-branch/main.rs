include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let heads = coin();
    let slot = Slot { fd };
    if heads {
        put_unused_fd(slot.fd);
    }
    put_unused_fd(slot.fd); //~ E0382
    Ok(())
}
