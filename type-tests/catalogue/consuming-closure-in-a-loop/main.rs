include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let commit = || put_unused_fd(fd);
    for _i in 0..2 {
        commit(); //~ E0382
    }
    Ok(())
}
