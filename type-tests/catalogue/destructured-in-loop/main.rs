include!("../prelude.rs");

struct Slot<'s> {
    fd: FileDescriptorReservation<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let made = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot = Slot { fd: made };
    loop {
        let Slot { fd } = slot; //~ E0382
        put_unused_fd(fd);
        if !coin() {
            break;
        }
    }
    Ok(())
}
