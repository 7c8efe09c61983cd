include!("../prelude.rs");

enum Message<'s> {
    Text(&'static str),
    Fd(FileDescriptorReservation<'s>),
}

fn send(message: Message<'_>) {
    post(message); //~ E0277
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    send(Message::Fd(fd));
    Ok(())
}
