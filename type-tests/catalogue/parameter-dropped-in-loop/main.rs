include!("../prelude.rs");

fn close(fd: FileDescriptorReservation<'_>) {
    loop {
        put_unused_fd(fd); //~ E0382
        if !coin() {
            break;
        }
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    close(fd);
    Ok(())
}
