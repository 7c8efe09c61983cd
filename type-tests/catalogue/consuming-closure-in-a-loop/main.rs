include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let commit = || put_unused_fd(fd);
    loop {
        commit(); //~ E0382
        if !coin() {
            break;
        }
    }
    Ok(())
}
