include!("../prelude.rs");

struct Message<'s> {
    fd: FileDescriptorReservation<'s>,
    name: &'static str,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    post(Message { fd, name: "a" }); //~ E0277
    Ok(())
}
