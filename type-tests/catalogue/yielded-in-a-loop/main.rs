include!("../prelude.rs");

fn copies<'s>(current: CurrentTask<'s>, mut yields: impl FnMut(FileDescriptorReservation<'s>)) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    loop {
        yields(fd); //~ E0382
        if !coin() {
            break;
        }
    }
    Ok(())
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    copies(current, |fd| put_unused_fd(fd))
}
