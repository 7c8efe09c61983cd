include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    'outer: for _i in 0..2 {
        for _j in 0..2 {
            put_unused_fd(fd); //~ E0382
            continue 'outer;
        }
    }
    Ok(())
}
