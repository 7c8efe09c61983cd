include!("../prelude.rs");

struct Parts<'s> {
    fd: FileDescriptorReservation<'s>,
}
struct Body<'s> {
    parts: Parts<'s>,
}
struct Message<'s> {
    name: &'static str,
    body: Body<'s>,
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    post(Message { name: "a", body: Body { parts: Parts { fd } } }); //~ E0277
    Ok(())
}
