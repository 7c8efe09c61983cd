include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    for _i in 0..2 {
        let drop = || put_unused_fd(fd); //~ E0382
        drop();
    }
    Ok(())
}
