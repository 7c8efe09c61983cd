include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    match reserve_batch::<2>(current, O_CLOEXEC) {
        Ok(_) => Ok(()),
        Err(_) => {
            let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
            put_unused_fd(fd);
            Ok(())
        }
    }
}
