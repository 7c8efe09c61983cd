include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let attempt = 'attempt: {
        put_unused_fd(fd);
        if let Err(error) = risky() {
            break 'attempt Err(error);
        }
        Ok(())
    };
    if attempt.is_err() {
        put_unused_fd(fd); //~ E0382
    }
    Ok(())
}
