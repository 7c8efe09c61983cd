include!("../prelude.rs");

fn spend(fd: FileDescriptorReservation<'_>) -> bool {
    put_unused_fd(fd);
    true
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    while spend(fd) { //~ E0382
        if !coin() {
            break;
        }
    }
    Ok(())
}
