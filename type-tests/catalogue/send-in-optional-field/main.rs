include!("../prelude.rs");

struct Message<'s> {
    name: &'static str,
    fd: Option<FileDescriptorReservation<'s>>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let message = Message { name: "a", fd: Some(fd) };
    post(message); //~ E0277
    Ok(())
}
