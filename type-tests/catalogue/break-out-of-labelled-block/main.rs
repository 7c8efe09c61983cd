include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    'done: {
        if coin() {
            put_unused_fd(fd);
            break 'done;
        }
        peek(&fd);
    }
    put_unused_fd(fd); //~ E0382
    Ok(())
}
