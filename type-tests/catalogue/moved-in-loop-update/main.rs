include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut i = 0;
    while i < 2 {
        if i > 2 {
            break;
        }
        i += 1;
        take(fd); //~ E0382
    }
    Ok(())
}
