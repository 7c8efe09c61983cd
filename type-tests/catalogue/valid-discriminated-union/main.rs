include!("../prelude.rs");

enum Message<'s> {
    Text(&'static str),
    Fd(FileDescriptorReservation<'s>),
}

fn handle(message: Message<'_>) -> usize {
    match message {
        Message::Text(text) => text.len(),
        Message::Fd(fd) => {
            put_unused_fd(fd);
            0
        }
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(handle(Message::Fd(fd)) + handle(Message::Text("a")))
}
