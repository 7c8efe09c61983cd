include!("../prelude.rs");

fn both<'s>(left: FileDescriptorReservation<'s>, right: FileDescriptorReservation<'s>) {
    put_unused_fd(left);
    put_unused_fd(right);
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    both(fd, fd); //~ E0382
    Ok(())
}
