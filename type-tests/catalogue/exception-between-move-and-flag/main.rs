include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut moved = false;
    let attempt = 'attempt: {
        put_unused_fd(fd);
        if let Err(error) = risky() {
            break 'attempt Err(error);
        }
        moved = true;
        Ok(())
    };
    if attempt.is_err() {
        if !moved {
            put_unused_fd(fd); //~ E0382
        }
    }
    Ok(())
}
